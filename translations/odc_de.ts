<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ApiError</name>
    <message>
        <source>The server&apos;s name could not be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at the server&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke before an answer came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key may not do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not exist, or not in this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not offer the operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being changed by someone else right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than the server accepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests: the rate limit is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quota or the credit of this account is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server had an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not one of the OpenAI API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent the request elsewhere, which was not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was lost, so it may or may not have been done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file on this computer could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile has no API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key was not sent, because the connection would not be encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the base URL of the profile, and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the base URL and its port, and that the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If your company uses its own certificate authority, set it in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a valid key in the profile; check organization and project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the permission, or use another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a little; everything else waits too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone has to raise the limit or add credit; trying again does not help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the base URL; it usually ends in /v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list before you try again, so that nothing is made twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off read-only in the profile to change things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it exists, that you may use it, and that the disk has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter one in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a base URL that begins with https; http is for this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message numerus="yes">
        <source>It works: %n model(s) can be used.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilePurpose</name>
    <message>
        <source>Any use: input of models, vector stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in vector stores, code interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of a batch, one request a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training data, one example a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of an eval, one item a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images as input of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by an assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results or errors of a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics of a fine-tuning job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A purpose this program does not know</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesApi</name>
    <message>
        <source>The server does not say that it deleted the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterExpression</name>
    <message>
        <source>There is no field “%1” in this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds text: use : or =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not understood: try size&gt;10MB, created&lt;7d, created&gt;=2026-11-01</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month, a date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm:ss</source>
        <comment>a date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>bytes per second</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>The answer is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is no JSON: %1 at byte %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is no JSON object</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonStore</name>
    <message>
        <source>%1 could not be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is of format %1, which this version does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not used: %2. It is kept as %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not used: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartFile</name>
    <message>
        <source>%1 of %2 bytes arrived; the file was not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (the download is kept as %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the profile a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL must be like https://host/v1, without user name, query or #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy must be like http://host:3128 or socks5://host:1080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileStore</name>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QnamTransport</name>
    <message>
        <source>The proxy “%1” is not an address like http://host:port or socks5://host:port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds no certificate in PEM format, or cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestBody</name>
    <message>
        <source>the file was changed while it was being sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestQueue</name>
    <message>
        <source>The answer took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An HTML page came instead of the content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It points to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An HTML page came instead of an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no object with an empty id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an http or https address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This operation needs an admin key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key holds spaces or characters that no key has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UploadCheck</name>
    <message>
        <source>The file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger than 512 MB, the limit for one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This purpose takes .jsonl files only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file here has the same name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger than 200 MB, the limit for batch input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::ActivityModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::BulkJob</name>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found in the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::BulkModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::Chip</name>
    <message>
        <source>Click to change, Delete to remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::ChipBar</name>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::DeleteFilesJob</name>
    <message>
        <source>was already gone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::DownloadFilesJob</name>
    <message>
        <source>saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::EnvironmentSecrets</name>
    <message>
        <source>taken from the environment, never saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile&apos;s keys come from environment variables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change OPENAI_API_KEY or OPENAI_ADMIN_KEY and start the console again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::FieldGrid</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::FilesModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is kept until it is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::FilterEdit</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::ImageView</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::KeychainSecretStore</name>
    <message>
        <source>kept in the system&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access to the system&apos;s keychain was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it when the system asks, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system offers no keychain right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a keychain service such as GNOME Keyring or KWallet, or enter the key for this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain did not give out the key that was stored there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or enter the key anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::MemorySecretStore</name>
    <message>
        <source>kept in memory until you quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::MessageBar</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::NavList</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::ProfileButton</name>
    <message>
        <source>Profile: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::ProfileOpener</name>
    <message>
        <source>The local server could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile&apos;s connection settings cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %, %2 % failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::ProgressStrip</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>odc::QnamExchange</name>
    <message>
        <source>The answer ended after %1 of %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing was heard for %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TableView</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (window too narrow)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
