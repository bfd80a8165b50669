"""One screen: wiring, pages, refresh, watchdog, command line."""
