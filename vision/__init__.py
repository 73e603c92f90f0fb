"""What the camera sees: sources, tracker, overlays, recorder, stream and clips. Knows no UI and no database."""
