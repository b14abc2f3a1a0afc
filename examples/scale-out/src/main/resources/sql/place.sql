-- The next free place of the number: nine tenths of its rate, by the database's own clock. None where the line is longer than 20 seconds, as in a pause.
-- A rate of 0 is no limit.
INSERT INTO whatsapp_pace AS pace (number_name, kind, last_place)
VALUES (:#${variable.number}, :#${variable.kind}, clock_timestamp())
ON CONFLICT (number_name, kind) DO UPDATE
SET last_place = greatest(
  pace.last_place + coalesce(interval '1 second' / nullif(0.9 * CAST(:#${variable.rate} AS DOUBLE PRECISION), 0), interval '0'),
  clock_timestamp())
WHERE pace.last_place < clock_timestamp() + interval '20 seconds'
RETURNING CAST(last_place AS TEXT) AS place, CAST(greatest(0, ceil(extract(epoch FROM last_place - clock_timestamp()) * 1000)) AS BIGINT) AS wait
