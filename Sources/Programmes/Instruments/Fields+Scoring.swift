import Casework
import Kernel

extension Fields {
    /// The points must reach each rating, and each rating some points.
    func check(ratingsOf instrument: Instrument) {
        guard instrument.ratedBy == .points else { return check(levelsOf: instrument) }
        let at = line(of: "ratings")
        let most = instrument.questions.reduce(0) { $0 + $1.mostPoints }
        guard !instrument.ratings.isEmpty else {
            if most > 0 {
                reading.problem(
                    line,
                    "The answers have points and no rating is made of them. Add “ratings:”, or take the points out.")
            }
            return
        }
        var below = -1
        for (index, rating) in instrument.ratings.enumerated() {
            let isLast = index == instrument.ratings.count - 1
            guard let upTo = rating.upTo else {
                if !isLast {
                    reading.problem(
                        at,
                        "“\(rating.code)” takes any number of points, so no rating after it is ever reached. Give it “up_to:”."
                    )
                }
                continue
            }
            if upTo <= below {
                reading.problem(
                    at,
                    "“\(rating.code)” ends at \(upTo) points, and the one before it at \(below). Put the ratings in order of their points."
                )
            }
            if isLast {
                reading.problem(
                    at,
                    "The last rating, “\(rating.code)”, leaves more than \(upTo) points with none. Take its “up_to” out."
                )
            }
            if upTo >= most {
                reading.problem(
                    at,
                    "“\(rating.code)” takes up to \(upTo) points and all answers together come to \(most), so no rating after it is ever reached."
                )
            }
            below = upTo
        }
    }

    /// What an adviser sets is counted by nothing.
    private func check(levelsOf instrument: Instrument) {
        let at = line(of: "ratings")
        if instrument.ratings.count < 2 {
            reading.problem(at, "An adviser sets one of several levels. Give two or more under “ratings:”.")
        }
        for rating in instrument.ratings where rating.upTo != nil {
            reading.problem(at, "An adviser sets “\(rating.code)”, and no points do. Take its “up_to” out.")
        }
        for question in instrument.questions where question.mostPoints > 0 {
            reading.problem(
                line(of: "rated_by"),
                "“\(question.id)” has points, and an adviser rates. Take the points out, or “rated_by”.")
        }
    }

    /// Every rating must lead to a stream whatever the sections come to.
    func check(streamsOf instrument: Instrument) {
        let at = line(of: "streams")
        let ratings = Set(instrument.ratings.map(\.code))
        for stream in instrument.streams {
            for code in stream.ratings where !ratings.contains(code) {
                reading.problem(
                    at, "Stream “\(stream.code)” is for the rating “\(code)”, which is not one. Correct it.")
            }
            guard let id = stream.section else { continue }
            guard let section = instrument.section(id) else {
                reading.problem(
                    at, "Stream “\(stream.code)” looks at the section “\(id)”, which is not one. Correct it.")
                continue
            }
            let most = section.questions.reduce(0) { $0 + $1.mostPoints }
            if stream.atLeast > most {
                reading.problem(
                    at,
                    "Stream “\(stream.code)” waits for \(stream.atLeast) points in “\(id)”, which can only come to \(most). Lower it."
                )
            }
        }
        for rating in instrument.ratings {
            guard instrument.streams.contains(where: { $0.section == nil && $0.ratings.contains(rating.code) }) else {
                reading.problem(
                    at, "Nobody rated “\(rating.code)” is sure of a stream. Add one for it with no section.")
                continue
            }
        }
    }
}
