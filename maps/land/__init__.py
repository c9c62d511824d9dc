"""The Earth under the claims: how much is shown, land and sea, towns to find the way by."""
