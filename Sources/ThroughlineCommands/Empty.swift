// ThroughlineCommands
