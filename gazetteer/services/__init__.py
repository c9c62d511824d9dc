"""What online geocoders are asked, at which pace, and what is kept of it."""
