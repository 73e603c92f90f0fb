"""Pages below …/sessions."""
