-- Nobody gets a place before that time.
INSERT INTO whatsapp_pace AS pace (number_name, kind, last_place)
VALUES (:#${variable.number}, :#${variable.kind}, to_timestamp(CAST(:#${variable.until} AS DOUBLE PRECISION) / 1000))
ON CONFLICT (number_name, kind) DO UPDATE SET last_place = greatest(pace.last_place, excluded.last_place)
