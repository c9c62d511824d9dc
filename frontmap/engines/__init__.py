"""Where reports are read: here, in more processes of this machine, or on a dask cluster."""
