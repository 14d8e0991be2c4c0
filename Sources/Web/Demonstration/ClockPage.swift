import Hummingbird
import Kernel
import Office

extension Site {
    /// The page that moves the clock of a demonstration; nowhere else is there one.
    func addDemonstration(to router: Router<SiteContext>) {
        let isDemonstration = isDemonstration
        router.page(.clock, self) { visit in
            guard isDemonstration else { throw HTTPError(.notFound) }
            return visit.clockPage(FormState())
        }
        router.form(.clock, self) { visit, fields in
            guard isDemonstration else { throw HTTPError(.notFound) }
            return try await visit.moveClock(fields)
        }
    }
}

extension Visit {
    fileprivate func clockPage(_ state: FormState) -> Page {
        Page("Move the clock", failed: !state.errors.isEmpty) {
            p {
                "It is "
                strong { "\(WrittenDay.full(today)), \(WrittenMoment.clock(now))" }
                " here. Everybody in this demonstration goes by this clock, and it only goes forward."
            }
            // Two forms, so that Enter in the day is never one of the other buttons.
            PostForm(to: SiteURL.clock.address, seal: seal()) {
                Buttons {
                    SubmitButton("1 week on", .secondary, choice: ("weeks", "1"))
                    SubmitButton("4 weeks on", .secondary, choice: ("weeks", "4"))
                    SubmitButton("13 weeks on", .secondary, choice: ("weeks", "13"))
                }
            }
            PostForm(to: SiteURL.clock.address, seal: seal(keeping: state.fields), state: state) {
                DayField("day", label: "Or on to a day", in: state)
                Buttons { SubmitButton("Move to this day") }
            }
        }
    }

    fileprivate func moveClock(_ fields: FormFields) async throws -> FormOutcome {
        do {
            let day = try FormReader.read(fields) { form in
                if fields["weeks"] != nil {
                    return today.adding(weeks: form.wholeNumber("weeks", label: "Weeks", in: 1...520))
                }
                return form.day("day", label: "Or on to a day", in: today.adding(days: 1)...today.adding(years: 10))
            }
            // To the same time of day, so that a day's work stays in the day.
            let (_, hour, minute) = now.london
            try await office.moveClock(to: Instant(london: day, hour: hour, minute: minute))
            return .done(.clock, .clock)
        } catch let errors as FormErrors {
            return .again(clockPage(FormState(fields, errors: errors)))
        }
    }
}
