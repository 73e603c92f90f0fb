"""Pages of a club's members, below /portal/{slug}/{team_id}."""
