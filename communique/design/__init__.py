"""What ``templates/`` holds, loaded and checked: editions, themes, languages."""
