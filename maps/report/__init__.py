"""A situation as a written report: paragraphs from the claims, never a fused statement."""

__all__: list[str] = []
