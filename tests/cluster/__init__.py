"""What docker-compose.yml runs, as processes of this machine, and everything in it killed once."""
