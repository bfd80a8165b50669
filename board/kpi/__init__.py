"""The arithmetic of the board: readings, formulas, judgement, plan and recovery, all in exact numbers."""
