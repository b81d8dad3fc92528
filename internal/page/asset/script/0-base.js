// What pages gain with a script. Every page does its work without it.
