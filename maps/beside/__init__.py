"""What stands beside a map in every form: reports and speakers, credits, limits."""
