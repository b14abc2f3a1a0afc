-- One program at a time, as CREATE TABLE IF NOT EXISTS fails where two do it at once.
SELECT pg_advisory_xact_lock(360);

-- Each message that was begun: what makes a record that comes twice go out once.
CREATE TABLE IF NOT EXISTS whatsapp_message (
  message_key TEXT NOT NULL PRIMARY KEY, -- the job and the recipient
  record TEXT NOT NULL,                  -- topic, partition and offset of the record that was taken up
  worker TEXT NOT NULL,
  begun_at TIMESTAMP WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP WITH TIME ZONE,
  outcome TEXT,                          -- sent, failed, in-doubt; none while it is on its way
  detail TEXT,                           -- the message id, or the reason
  duplicates INTEGER NOT NULL DEFAULT 0  -- records of the same message that were passed over
);

-- The place in line that was given out last, for each number and kind of request.
CREATE TABLE IF NOT EXISTS whatsapp_pace (
  number_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  last_place TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (number_name, kind)
);

-- Media ids, as JdbcMediaStore has them.
CREATE TABLE IF NOT EXISTS d360_media_id (
  content_key VARCHAR(64) NOT NULL PRIMARY KEY,
  media_id VARCHAR(255) NOT NULL,
  expires_at BIGINT NOT NULL
);
