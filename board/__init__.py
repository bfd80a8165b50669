"""What the factory means: values and arithmetic, without Qt and without a clock of its own."""
