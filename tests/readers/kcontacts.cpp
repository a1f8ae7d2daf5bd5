// Reads contact cards as KDE's programs do, by their library KContacts (Debian: libkf5contacts-dev):
// for each card its name, the number of the office and the faxes, a line each, then `---`.

#include <KContacts/Addressee>
#include <KContacts/PhoneNumber>
#include <KContacts/VCardConverter>
#include <QFile>
#include <QTextStream>

using KContacts::PhoneNumber;

int main(int, char **arguments) {
    QFile file(QString::fromLocal8Bit(arguments[1]));
    if (!file.open(QIODevice::ReadOnly)) {
        return 1;
    }
    QTextStream out(stdout);
    out.setCodec("UTF-8");
    for (const auto &card : KContacts::VCardConverter().parseVCards(file.readAll())) {
        out << card.formattedName() << '\n';
        const auto office = card.phoneNumber(PhoneNumber::Work);
        QStringList faxes;
        for (const auto &number : card.phoneNumbers()) {
            if (number.type() & PhoneNumber::Fax) {
                faxes << number.number();
            }
        }
        out << office.number() << '\n' << faxes.join('\t') << "\n---\n";
    }
}
