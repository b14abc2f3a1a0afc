-- Whether it was begun before. The very record again is no duplicate: whoever took it up did not get to say that it is done with.
UPDATE whatsapp_message
SET duplicates = duplicates + CASE WHEN record = :#${variable.record} THEN 0 ELSE 1 END
WHERE message_key = :#${variable.key}
RETURNING coalesce(outcome, 'begun') AS outcome, detail, record = :#${variable.record} AS again
