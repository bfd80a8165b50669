"""The threads and the process behind the glass: with the command line, all of the kiosk that knows the store."""
