// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/samplestoretexts.h"

#include <QString>

#include <iterator>

using namespace Qt::StringLiterals;

namespace odc::server {

QByteArray coffeeManualMarkdown()
{
    return R"(# X200 coffee machine: manual

## 1. Before the first use

Take all tape off the machine. Rinse the water tank and the drip tray under running water. Fill the tank up to the mark
MAX with fresh, cold water. Put a cup below the outlet and run two cups of water through the machine before you make
the first coffee. The machine needs about 40 seconds to heat up; the lamp blinks meanwhile and is steady when it is
ready.

## 2. Making coffee

1. Put the filter holder in and turn it to the right until it stops.
2. Press the button once for a small cup (40 ml), twice for a large one (120 ml).
3. Press it again to stop early. The amount is remembered when you hold the button for three seconds.

Use ground coffee of medium fineness. Coffee that is ground too fine clogs the filter: it then drips slowly and tastes
bitter. Never fill hot water, milk or coffee into the tank.

## 3. Milk froth

Fill the jug to a third with cold milk. Open the steam valve for a moment to let the water out, then hold the nozzle
just below the surface. Clean the nozzle with a wet cloth at once after use: dried milk closes it within minutes.

## 4. Cleaning and descaling

Empty the drip tray every day and the coffee grounds whenever the drawer is full. Wash both in warm water without
soap; neither of them may go into the dishwasher.

Descale the machine every three months, or when the lamp turns orange:

1. Dissolve 50 g of citric acid in one litre of cold water and fill it into the tank.
2. Hold the button for ten seconds until the lamp blinks orange.
3. Wait 20 minutes. The machine pumps the solution through by itself in six steps.
4. Rinse the tank, fill it with fresh water, and press the button once more.

Do not use vinegar: it attacks the seals. Damage by scale is not covered by the guarantee.

## 5. When something is wrong

| What you see | What it means | What to do |
|---|---|---|
| Lamp red, steady | The tank is empty | Fill it, press the button |
| Lamp red, blinking | The machine is too hot | Wait ten minutes |
| Water under the machine | The tank does not sit right, or its valve leaks | Press it down; if it still leaks, ask for a new tank |
| Coffee is cold | Scale | Descale it (chapter 4) |
| Error E7 | The pump draws air | Fill the tank, open the steam valve until water comes |

## 6. Guarantee

Two years from the day of purchase. Keep the receipt: without it we cannot repair the machine free of charge. Spare
parts are kept for ten years. The model number is on the bottom of the machine.
)";
}

QByteArray faqEnglishMarkdown()
{
    return R"(# Questions customers ask

## Where is my parcel?

You find the tracking number in your account under *My orders*. Standard delivery takes three to five working days,
express one day when you order before noon. A parcel that has not arrived after twelve working days counts as lost, and
we send a second one.

## How do I return something?

Ask for a label in your account within 30 days. The return is free within the European Union. Your money comes back the
way it was paid, within five working days after the parcel reached us.

## Can I change my delivery address?

Yes, as long as the parcel has not left our warehouse. Write to us with the order number and the new address.

## I was charged twice. What now?

Double charges are refunded without asking, within five days. If you still see both payments after a week, send us a
copy of the statement.

## How do I reset my password?

Choose *Forgotten password* on the sign-in page. The mail arrives within two minutes; please look into the spam folder,
too. The link in it is good for one hour.

## Do you ship outside of Europe?

To Norway, Switzerland and the United Kingdom. Duties are paid by the recipient.
)";
}

QByteArray faqGermanMarkdown()
{
    return R"(# Häufige Fragen

## Wo ist meine Bestellung?

Die Sendungsnummer steht in Ihrem Konto unter *Meine Bestellungen*. Der Standardversand dauert drei bis fünf Werktage,
Express einen Tag bei Bestellung bis 12 Uhr.

## Wie schicke ich etwas zurück?

Fordern Sie innerhalb von 30 Tagen in Ihrem Konto ein Etikett an. Die Rücksendung ist innerhalb der EU kostenlos. Das
Geld kommt innerhalb von fünf Werktagen auf dem Weg zurück, auf dem Sie bezahlt haben.

## Kann ich die Lieferadresse ändern?

Ja, solange das Paket unser Lager nicht verlassen hat.

## Wie oft muss ich die Kaffeemaschine X200 entkalken?

Alle drei Monate, oder wenn die Lampe orange leuchtet. Verwenden Sie Zitronensäure, keinen Essig: er greift die
Dichtungen an. Die Anleitung beschreibt die Schritte in Kapitel 4.

## Wie lange gilt die Garantie?

Zwei Jahre ab Kaufdatum. Bewahren Sie die Rechnung auf.
)";
}

QByteArray shippingRatesCsv()
{
    return "country,service,price_eur,days,free_from_eur\n"
           "Germany,standard,4.90,3-5,50\n"
           "Germany,express,9.90,1,\n"
           "France,standard,6.90,4-6,80\n"
           "Austria,standard,5.90,3-5,60\n"
           "Switzerland,standard,12.90,5-8,\n"
           "Norway,standard,14.90,6-9,\n"
           "United Kingdom,standard,11.90,5-8,120\n"
           "Germany,bulky goods,29.00,7-10,\n";
}

QByteArray warrantyScanTiff()
{
    // The header of a little-endian TIFF, and grey.
    QByteArray bytes("II*\0\x08\0\0\0", 8);
    constexpr int pixels = 6000;
    for (int i = 0; i < pixels; ++i)
        bytes.append(char(0xf0 ^ (i * 7 % 16)));
    return bytes;
}

QByteArray supplierAgreementMarkdown()
{
    return R"(# Supply agreement with Nordlicht Keramik GmbH

Contract no. NK-2024-017, in force from 1 March 2024.

## 1. Subject

The supplier makes and delivers cups, plates and bowls of the series *Fjord* as listed in annex A. Samples approved by
the buyer are binding for form, glaze and colour.

## 2. Prices

Prices are net, in euros, delivered to the buyer's warehouse in Hamburg. They hold for twelve months. An increase must be
announced three months ahead and may not be higher than the producer price index for ceramics plus two per cent.

## 3. Delivery

Orders are confirmed within two working days. The time of delivery is six weeks. If the supplier is late by more than
ten working days, the buyer may claim 0.5 per cent of the value of the order for each week begun, at most five per
cent.

## 4. Quality

Breakage in transit up to one per cent is borne by the buyer. Hidden defects must be reported within fourteen days of
their discovery. The supplier replaces defective goods at its own cost or takes them back.

## 5. Payment

Thirty days net, or two per cent discount within ten days.

## 6. Term and termination

The agreement runs for two years and is prolonged by one year each time unless it is terminated in writing six months
before its end. The right to terminate for good cause is not affected.

## 7. Law

German law applies. The place of jurisdiction is Hamburg.
)";
}

QByteArray shopLeaseMarkdown()
{
    return R"(# Lease of the shop Lange Reihe 14, Hamburg

## 1. Premises

Ground floor, 148 square metres of sales area, 36 square metres of storage, one parking space in the yard.

## 2. Term

Five years from 1 June 2022, with an option of the tenant to extend twice by three years. The option must be taken up in
writing nine months before the end of the term.

## 3. Rent

4,250 euros a month plus VAT, and 610 euros in advance for heating and service charges. The rent follows the consumer
price index: when it has changed by more than five per cent since the last change, either side may ask for the same
change of the rent.

## 4. Deposit

Three months' rent, as a bank guarantee.

## 5. Upkeep

The tenant bears small repairs up to 250 euros each and 2,000 euros a year. Roof, facade, and the heating system are the
landlord's.

## 6. Signs and opening hours

Signs need the landlord's consent, which may not be refused without reason. The shop is kept open on working days from 10
to 19 o'clock.

## 7. Subletting

Only with the written consent of the landlord. A transfer within the group of companies is allowed.
)";
}

QByteArray nonDisclosureText()
{
    return "MUTUAL NON-DISCLOSURE AGREEMENT (template, version 5, January 2026)\n"
           "\n"
           "1. Confidential is what is marked so, or what a reasonable person takes to be so: prices, "
           "recipes, customer\n"
           "lists, source code and plans.\n"
           "2. Each side uses it only to prepare the cooperation named in the cover letter, and shows it "
           "only to people\n"
           "who need it for that and are bound in the same way.\n"
           "3. It does not cover what is public, what was known before, or what a court orders to be "
           "disclosed.\n"
           "4. The duty lasts for three years after the last disclosure. Trade secrets stay secret as long "
           "as they are.\n"
           "5. On request everything is returned or deleted within thirty days, and this is confirmed in "
           "writing.\n"
           "6. Each breach costs a penalty of 25,000 euros, without prejudice to damages beyond that.\n";
}

QByteArray dataProcessingMarkdown()
{
    return R"(# Data processing agreement: customer support in the cloud

## Subject and duration

The processor stores and answers requests of customers on behalf of the controller. The agreement runs as long as the main
contract.

## Kinds of data

Names, addresses, order numbers, contents of messages, recordings of calls. No data about health, no payment cards.

## Place

Data is kept in Frankfurt and Dublin. A transfer outside of the European Economic Area needs the controller's consent and
standard contractual clauses.

## Subprocessors

They are listed in annex 2. A change is announced thirty days before; the controller may object.

## Security

Encryption at rest and in transit, access by two factors, a test of the recovery every six months.

## Incidents

A breach is reported within 24 hours of its discovery, with what is known of its extent.

## Deletion

Recordings are deleted after 90 days, messages after three years, everything within 30 days of the end of the contract.
)";
}

QByteArray vacationPolicyMarkdown()
{
    return R"(# Vacation

Everybody has 30 days of paid vacation a year, whatever the contract says about hours: a week off costs as many days as
you work in a week.

- Ask for it in the calendar; two weeks ahead for more than three days.
- Your team lead answers within three working days. No answer counts as a yes.
- Up to ten days can be taken over into the next year, until the end of March. After that they lapse.
- Who falls ill while on vacation gets the days back with a doctor's note from the first day on.
- Between Christmas and New Year the office is closed; these days do not count.
- A sabbatical of up to three months is possible after five years. It is unpaid, and the insurance goes on.
)";
}

QByteArray remoteWorkMarkdown()
{
    return R"(# Working from elsewhere

You may work from home up to three days a week. Which days is up to the team. Tuesdays are for meeting in person.

Working from another country of the European Union is possible for 20 days a year; ask HR four weeks ahead, because of
the A1 certificate. Outside of the EU it is not possible, for reasons of tax and insurance.

We pay for a desk and a chair at home: 400 euros once, with a receipt. The computer, a screen and a headset are ours and
come back when you leave. Customer data never leaves the encrypted disk.

Be reachable between 10 and 16 o'clock. Overtime is written down and taken as free time within three months.
)";
}

QByteArray vacationGermanMarkdown()
{
    return R"(# Urlaub

Alle haben 30 Tage bezahlten Urlaub im Jahr. Eine freie Woche kostet so viele Tage, wie man in der Woche arbeitet.

- Beantragt wird im Kalender, bei mehr als drei Tagen zwei Wochen vorher.
- Die Teamleitung antwortet innerhalb von drei Werktagen; keine Antwort gilt als Zusage.
- Bis zu zehn Tage lassen sich ins nächste Jahr mitnehmen, bis Ende März. Danach verfallen sie.
- Wer im Urlaub krank wird, bekommt die Tage mit ärztlicher Bescheinigung gutgeschrieben.
- Zwischen Weihnachten und Neujahr ist das Büro geschlossen; diese Tage zählen nicht.
)";
}

QByteArray scannedMailsText(int week)
{
    return u"Letters to the support team, week %1, read by a machine\n"
           "\n"
           "Dear team, the cups of the series Fjord arrived broken, all six of them. I would like new ones.\n"
           "Mrs Lindqvist, Malmö\n"
           "\n"
           "Thank you for the quick repair of my X200. It works like new.\n"
           "Mr Okafor, Leeds\n"
           "\n"
           "The local server leaves this file in progress for as long as it says so here: [[never]]\n"_s
               .arg(week)
               .toUtf8();
}

QByteArray largeNote(int number)
{
    static constexpr const char *products[] = {"coffee machine", "kettle",      "toaster", "tablet",
                                               "headset",        "desk lamp",   "blender", "vacuum cleaner",
                                               "ceramic bowl",   "office chair"};
    static constexpr const char *parts[] = {"lid", "handle", "cable", "filter", "switch", "battery", "seal"};
    static constexpr const char *faults[] = {"leaks",        "does not charge", "came off",
                                             "is scratched", "makes a noise",   "gets too hot"};
    const auto pick = [](const auto &list, int i) {
        return QString::fromLatin1(list[size_t(i) % std::size(list)]);
    };
    return u"Service note %1\n\nThe %3 of the %2 %4 after %5 weeks. The customer was sent a new %3. Part "
           u"number "
           "P-%6, shelf %7.\n"_s.arg(number)
               .arg(pick(products, number), pick(parts, number / 3), pick(faults, number / 7))
               .arg(number % 50 + 1)
               .arg(100000 + number * 37)
               .arg(number % 90 + 10)
               .toUtf8();
}

} // namespace odc::server
