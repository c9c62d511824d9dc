"""Still pictures of a situation, drawn without a browser."""

__all__: list[str] = []
