"""What people did at the board: entries that are added, never changed."""
