UPDATE whatsapp_message SET outcome = :#${variable.outcome}, detail = :#${variable.detail}, ended_at = clock_timestamp()
WHERE message_key = :#${variable.key}
