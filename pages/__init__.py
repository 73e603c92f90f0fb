"""The portal: the file path is the URL path."""
