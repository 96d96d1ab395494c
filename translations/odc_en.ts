<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConnectionTest</name>
    <message numerus="yes">
        <source>It works: %n model(s) can be used.</source>
        <translation>
            <numerusform>It works: %n model can be used.</numerusform>
            <numerusform>It works: %n models can be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BulkModel</name>
    <message numerus="yes">
        <source>%n uploaded</source>
        <translation>
            <numerusform>%n uploaded</numerusform>
            <numerusform>%n uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloaded</source>
        <translation>
            <numerusform>%n downloaded</numerusform>
            <numerusform>%n downloaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n without an answer</numerusform>
            <numerusform>%n without an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BulkReportDialog</name>
    <message numerus="yes">
        <source>Retry %n failed</source>
        <translation>
            <numerusform>Retry %n failed</numerusform>
            <numerusform>Retry %n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %n</source>
        <translation>
            <numerusform>Go on with %n</numerusform>
            <numerusform>Go on with %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BulkStrip</name>
    <message numerus="yes">
        <source>Retry %n failed</source>
        <translation>
            <numerusform>Retry %n failed</numerusform>
            <numerusform>Retry %n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %n</source>
        <translation>
            <numerusform>Go on with %n</numerusform>
            <numerusform>Go on with %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::DetailsPane</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FileCommands</name>
    <message numerus="yes">
        <source>The service does not hand out the content of these %n files.</source>
        <translation>
            <numerusform>The service does not hand out the content of these %n files.</numerusform>
            <numerusform>The service does not hand out the content of these %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s)?</source>
        <translation>
            <numerusform>Delete %n file?</numerusform>
            <numerusform>Delete %n files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n</source>
        <translation>
            <numerusform>Delete %n</numerusform>
            <numerusform>Delete %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s) of PRODUCTION?</source>
        <translation>
            <numerusform>Delete %n file of PRODUCTION?</numerusform>
            <numerusform>Delete %n files of PRODUCTION?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FilePreview</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FilesPage</name>
    <message numerus="yes">
        <source>D&amp;elete %n…</source>
        <translation>
            <numerusform>D&amp;elete %n…</numerusform>
            <numerusform>D&amp;elete %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln file, %1</numerusform>
            <numerusform>%Ln files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1</source>
        <translation>
            <numerusform>%Ln selected, %1</numerusform>
            <numerusform>%Ln selected, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::JsonView</name>
    <message numerus="yes">
        <source>… %n more character(s) not shown</source>
        <translation>
            <numerusform>… %n more character not shown</numerusform>
            <numerusform>… %n more characters not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ListPage</name>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln shown</numerusform>
            <numerusform>%Ln shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ProfilesDialog</name>
    <message numerus="yes">
        <source>%n key(s) went to the system&apos;s keychain.</source>
        <translation>
            <numerusform>%n key went to the system&apos;s keychain.</numerusform>
            <numerusform>%n keys went to the system&apos;s keychain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) could not go to a keychain and are kept in memory until you quit.</source>
        <translation>
            <numerusform>%n key could not go to a keychain and is kept in memory until you quit.</numerusform>
            <numerusform>%n keys could not go to a keychain and are kept in memory until you quit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::QnamExchange</name>
    <message numerus="yes">
        <source>Nothing was heard for %n second(s)</source>
        <translation>
            <numerusform>Nothing was heard for %n second</numerusform>
            <numerusform>Nothing was heard for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::RowActions</name>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n row written to %1.</numerusform>
            <numerusform>%n rows written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::StatusLine</name>
    <message numerus="yes">
        <source>%n request(s) in flight</source>
        <translation>
            <numerusform>%n request in flight</numerusform>
            <numerusform>%n requests in flight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::UploadDialog</name>
    <message numerus="yes">
        <source>Upload %n file(s)</source>
        <translation>
            <numerusform>Upload %n file</numerusform>
            <numerusform>Upload %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking through folders: %n file(s) so far</source>
        <translation>
            <numerusform>Looking through folders: %n file so far</numerusform>
            <numerusform>Looking through folders: %n files so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be sent</source>
        <translation>
            <numerusform>%n cannot be sent</numerusform>
            <numerusform>%n cannot be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden left out</source>
        <translation>
            <numerusform>%n hidden left out</numerusform>
            <numerusform>%n hidden left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) not followed</source>
        <translation>
            <numerusform>%n link not followed</numerusform>
            <numerusform>%n links not followed</numerusform>
        </translation>
    </message>
</context>
</TS>
