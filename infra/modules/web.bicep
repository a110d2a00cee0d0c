// The server: an App Service on Linux with a staging slot, both with the same settings.
param baseName string
param location string
param tags object
param identityId string
param identityClientId string
param identityName string
param subnetId string
param workspaceId string
param databaseHost string
param databaseName string
param vaultUri string
param vaultSettings object
param publicHost string
param entraAppClientId string
param organiserMailbox string
param regionalMailboxes object
param mailFrom string
param postcodesUrl string
param policeApiUrl string
param openAiEndpoint string
param openAiDeployment string
param secondOpinion string
param triageThresholds object
param runtime string
param planSku string
param instances int
param zoneRedundant bool

// The names are those of src/config.ts. No password stands in DATABASE_URL: the identity signs in.
var settings = {
  NODE_ENV: 'production'
  HOST: '0.0.0.0'
  PUBLIC_URL: 'https://${publicHost}'
  DATABASE_URL: 'postgresql://${identityName}@${databaseHost}:5432/${databaseName}?sslmode=verify-full'
  BOT_ID: identityClientId
  BOT_TYPE: 'UserAssignedMSI'
  BOT_TENANT_ID: tenant().tenantId
  GRAPH_CLIENT_ID: entraAppClientId
  GRAPH_TENANT_ID: tenant().tenantId
  GRAPH_BASE_URL: 'https://graph.microsoft.com'
  GRAPH_AUTHORITY: 'https://login.microsoftonline.com'
  ORGANISER_MAILBOX: organiserMailbox
  MAIL_FROM: mailFrom
  TAB_CLIENT_ID: entraAppClientId
  LOG_LEVEL: 'info'
  WEBSITE_RUN_FROM_PACKAGE: '1'
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
}
// Both services would learn where a person lives or works, so they are asked only where the operator says so.
var placeSettings = union(
  empty(postcodesUrl) ? {} : { POSTCODES_URL: postcodesUrl },
  empty(policeApiUrl) ? {} : { POLICE_API_URL: policeApiUrl }
)
var modelSettings = empty(openAiEndpoint)
  ? {}
  : {
      AZURE_OPENAI_ENDPOINT: openAiEndpoint
      AZURE_OPENAI_DEPLOYMENT: openAiDeployment
      TRIAGE_SECOND_OPINION: secondOpinion
    }
var secretSettings = toObject(
  items(vaultSettings),
  entry => entry.key,
  entry => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${entry.value})'
)
var allSettings = union(
  settings,
  placeSettings,
  modelSettings,
  triageThresholds,
  regionalMailboxes,
  secretSettings
)
var siteConfig = {
  linuxFxVersion: runtime
  appCommandLine: 'node --max-semi-space-size=8 dist/server/main.js'
  alwaysOn: true
  http20Enabled: true
  ftpsState: 'Disabled'
  minTlsVersion: '1.2'
  scmMinTlsVersion: '1.2'
  remoteDebuggingEnabled: false
  // Not /readyz: a server that cannot reach the database must stay up, for it still answers emergencies with 999.
  healthCheckPath: '/healthz'
  appSettings: map(items(allSettings), entry => { name: entry.key, value: entry.value })
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: '${baseName}-plan'
  location: location
  tags: tags
  kind: 'linux'
  sku: { name: planSku, capacity: instances }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource site 'Microsoft.Web/sites@2024-11-01' = {
  name: '${baseName}-app'
  location: location
  tags: tags
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: subnetId
    outboundVnetRouting: { allTraffic: true }
    siteConfig: siteConfig
  }
}

resource staging 'Microsoft.Web/sites/slots@2024-11-01' = {
  parent: site
  name: 'staging'
  location: location
  tags: tags
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: subnetId
    outboundVnetRouting: { allTraffic: true }
    siteConfig: siteConfig
  }
}

// Uploads need an Entra token: neither FTP nor the deployment site takes a password.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: site
  name: 'ftp'
  properties: { allow: false }
}

resource noUploadPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: site
  name: 'scm'
  properties: { allow: false }
}

resource noStagingFtpPassword 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: staging
  name: 'ftp'
  properties: { allow: false }
}

resource noStagingUploadPassword 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: staging
  name: 'scm'
  properties: { allow: false }
}

// AppServiceHTTPLogs is left out on purpose: it would keep the addresses of personal links.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
      { category: 'AppServiceAuditLogs', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output siteId string = site.id
output siteName string = site.name
output planId string = plan.id
