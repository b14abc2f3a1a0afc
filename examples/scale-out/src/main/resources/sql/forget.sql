DELETE FROM d360_media_id WHERE media_id = :#${variable.message[mediaId]}
