"""Draw a view, report a touch; know no source, no store, no file."""
