import Foundation

/// The machine's own clock: the one place where the program reads it.
enum MachineClock {
    static var millisecondsSince1970: Double { (Date().timeIntervalSince1970 * 1000).rounded(.down) }
}
