"""Which entry a name means, by its surroundings and by what people settled."""
