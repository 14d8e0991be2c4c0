import ThroughlineCommands
@main struct Main { static func main() {} }
