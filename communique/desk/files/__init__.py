"""What lies in the folder of the desk: statements, the open ones, and their earlier versions."""
