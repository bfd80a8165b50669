-- The days of one measure over all years, such as the days of accidents.
CREATE INDEX day_total_by_measure ON day_total (measure, node, day, value);
