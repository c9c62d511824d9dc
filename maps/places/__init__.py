"""Where claims lie: what can be drawn, each place once, and where its marker may stand."""
