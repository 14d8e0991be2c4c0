import Kernel

extension StandingReading {
    /// What somebody decides, once they were told what joining changes and have had time to think (C02).
    var joiningDues: [Due] {
        guard let joining, referral.map({ $0.isOver(on: day) }) ?? true else { return [] }
        return programmes.values.sorted { $0.id < $1.id }.compactMap { programme in
            guard let told = joining.told(of: programme.id),
                let from = joining.asksFrom(programme, nation: programme.nations.first ?? .england), from <= day
            else { return nil }
            return Due(
                .askToJoin, from, act: .decideToJoin, programme: programme.id,
                "Told on \(told.event.recorded.day.written) what joining \(programme.title) changes; the time to think ended "
                    + "on \(from.written). Ask what they decide.")
        }
    }
}
