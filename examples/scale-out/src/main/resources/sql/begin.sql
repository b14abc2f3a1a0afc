-- Begun, where the place in line has not passed by: who is late takes another one, so that late messages don't crowd with those behind them.
INSERT INTO whatsapp_message (message_key, record, worker, begun_at)
SELECT CAST(:#${variable.key} AS TEXT), CAST(:#${variable.record} AS TEXT), CAST(:#${variable.worker} AS TEXT), clock_timestamp()
WHERE clock_timestamp() < CAST(:#${variable.place[place]} AS TIMESTAMP WITH TIME ZONE) + interval '25 milliseconds'
ON CONFLICT (message_key) DO NOTHING
RETURNING message_key
