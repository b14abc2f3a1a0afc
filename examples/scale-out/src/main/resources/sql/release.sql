-- It surely did not leave: it may be begun again.
DELETE FROM whatsapp_message WHERE message_key = :#${variable.key} AND record = :#${variable.record} AND outcome IS NULL
