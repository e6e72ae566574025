"""The desk: a small web application for this machine, on which statements are written and made.

``routes`` is the table of its addresses. Statements lie in a folder (``files``); the lines above a
text are a form (``form``); a ``window`` of the browser gets the pages of what is typed from the
``workshop``; what is taken away is made by the command (``making``).
"""
