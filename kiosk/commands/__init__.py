"""One module per sub-command, each with `add_options(parser)` and `run(options)`."""
