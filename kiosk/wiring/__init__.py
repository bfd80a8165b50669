"""The threads and the process behind the glass, and how they meet; with the command line the only part of the kiosk
that knows the store and the sources."""
