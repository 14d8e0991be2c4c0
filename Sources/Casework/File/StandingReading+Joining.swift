import Kernel

extension StandingReading {
    /// What somebody decides, once they were told what joining changes and have had time to think; and another time for
    /// whoever says that they cannot go to a session (C02).
    var joiningDues: [Due] {
        guard let joining, referral.map({ $0.isOver(on: day) }) ?? true else { return [] }
        return declined(joining) + undecided(joining)
    }

    private func declined(_ joining: Joining) -> [Due] {
        joining.invitations.compactMap { place in
            guard place.isOpen, let said = place.cannotGo?.event.recorded.day, place.terms.starts > now else {
                return nil
            }
            return Due(
                .inviteAgain, said, act: .inviteToSession, programme: place.terms.programme,
                "They said on \(said.written) that they cannot go to the information session on \(place.day.written). "
                    + "Take the place back, and invite them to another if they still want to hear of it.")
        }
    }

    private func undecided(_ joining: Joining) -> [Due] {
        programmes.values.sorted { $0.id < $1.id }.compactMap { programme in
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
