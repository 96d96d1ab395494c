// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/sampleimages.h"

#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

quint32 crc32(const QByteArray &data)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 n = 0; n < 256; ++n) {
            quint32 c = n;
            for (int bit = 0; bit < 8; ++bit)
                c = (c & 1) ? 0xedb88320u ^ (c >> 1) : c >> 1;
            made[n] = c;
        }
        return made;
    }();
    quint32 crc = 0xffffffffu;
    for (const char byte : data)
        crc = table[(crc ^ uchar(byte)) & 0xff] ^ (crc >> 8);
    return crc ^ 0xffffffffu;
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(quint32(data.size())) + type + data + bigEndian(crc32(type + data));
}

struct Colour
{
    uchar r, g, b;
};

constexpr Colour boxes[] = {{37, 99, 235},  {22, 163, 74},  {217, 119, 6},  {220, 38, 38},
                            {124, 58, 237}, {14, 165, 233}, {219, 39, 119}, {101, 163, 13}};

Colour pixel(int x, int y, int width, int height, uint variant)
{
    const int shelf = y * 4 / height;
    const int inShelf = y - shelf * height / 4;
    const int shelfHeight = height / 4;
    if (inShelf > shelfHeight * 7 / 8)
        return {120, 84, 52}; // the board
    const int column = x * 9 / width;
    const uint hash = (uint(shelf) * 131u + uint(column) * 31u + variant * 977u) * 2654435761u;
    const int top = int(shelfHeight * 7 / 8 - (shelfHeight / 2 + int((hash >> 8) % 5) * shelfHeight / 16));
    const int left = x - column * width / 9;
    if (inShelf < top || left < 2 || (hash >> 20) % 7 == 0)
        return {uchar(236 - shelf * 6), uchar(238 - shelf * 6), uchar(243 - shelf * 6)}; // the wall
    const Colour box = boxes[(hash >> 13) % std::size(boxes)];
    const int shade = 100 - left * 30 / (width / 9);
    return {uchar(box.r * shade / 100), uchar(box.g * shade / 100), uchar(box.b * shade / 100)};
}

} // namespace

QByteArray samplePng(int width, int height, uint variant)
{
    QByteArray raw;
    raw.reserve(height * (width * 3 + 1));
    for (int y = 0; y < height; ++y) {
        raw += '\0'; // no filter
        for (int x = 0; x < width; ++x) {
            const Colour c = pixel(x, y, width, height, variant);
            raw += char(c.r);
            raw += char(c.g);
            raw += char(c.b);
        }
    }
    // 8 bits a channel, RGB, deflate, standard filters, not interlaced.
    const QByteArray head =
        bigEndian(quint32(width)) + bigEndian(quint32(height)) + QByteArray("\x08\x02\0\0\0", 5);
    // qCompress() writes a zlib stream behind four bytes of its own.
    return QByteArray("\x89PNG\r\n\x1a\n") + chunk("IHDR", head) + chunk("IDAT", qCompress(raw).mid(4)) +
           chunk("IEND", {});
}

QByteArray samplePdf(const QStringList &lines)
{
    QByteArray text = "BT /F1 12 Tf 16 TL 72 760 Td\n";
    for (const QString &line : lines) {
        QByteArray escaped = line.toLatin1();
        escaped.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        text += '(' + escaped + ") Tj T*\n";
    }
    text += "ET\n";
    const QByteArray objects[] = {
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + QByteArray::number(text.size()) + " >>\nstream\n" + text + "endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    };
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "xref\n0 6\n0000000000 65535 f \n";
    int number = 0;
    for (const QByteArray &object : objects) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(++number) + " 0 obj\n" + object + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + table + "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace odc::server
