-- Readings without a value that somebody owes: 2 is one that nobody could use, 5 one that was not told. 4 is one that was
-- taken back; 3, which earlier forms wrote for the last two alike, is waited for no more.
CREATE INDEX reading_lacking ON reading (node, start) WHERE quality IN (2, 5);
