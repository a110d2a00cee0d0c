// Who is told, and when: the service is down, it fails, it labours, or its database does.
param baseName string
param location string
param tags object
param email string
param publicHost string
param siteId string
param planId string
param databaseId string
param insightsId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${baseName}-alerts'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'briefdesk'
    emailReceivers: [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

var rules = [
  { name: 'failures', target: siteId, metric: 'Http5xx', aggregation: 'Total', limit: 5, severity: 1 }
  { name: 'unhealthy', target: siteId, metric: 'HealthCheckStatus', aggregation: 'Average', limit: 99, severity: 1 }
  { name: 'slow', target: siteId, metric: 'HttpResponseTime', aggregation: 'Average', limit: 3, severity: 2 }
  { name: 'processor', target: planId, metric: 'CpuPercentage', aggregation: 'Average', limit: 85, severity: 2 }
  { name: 'memory', target: planId, metric: 'MemoryPercentage', aggregation: 'Average', limit: 85, severity: 2 }
  { name: 'database-processor', target: databaseId, metric: 'cpu_percent', aggregation: 'Average', limit: 85, severity: 2 }
  { name: 'database-storage', target: databaseId, metric: 'storage_percent', aggregation: 'Average', limit: 80, severity: 1 }
  { name: 'database-connections', target: databaseId, metric: 'connections_failed', aggregation: 'Total', limit: 10, severity: 2 }
]

resource alerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for rule in rules: {
    name: '${baseName}-${rule.name}'
    location: 'global'
    tags: tags
    properties: {
      description: 'Briefing Desk: ${rule.name}. What to do: docs/operations.md.'
      enabled: true
      severity: rule.severity
      scopes: [rule.target]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: rule.name
            metricName: rule.metric
            timeAggregation: rule.aggregation
            // A share of healthy servers must not fall; everything else must not rise.
            operator: rule.name == 'unhealthy' ? 'LessThan' : 'GreaterThan'
            threshold: rule.limit
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]

resource availability 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${baseName}-availability'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    Name: 'Ready'
    SyntheticMonitorId: '${baseName}-availability'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [{ Id: 'emea-ru-msa-edge' }, { Id: 'emea-se-sto-edge' }, { Id: 'emea-nl-ams-azr' }]
    Request: { RequestUrl: 'https://${publicHost}/readyz', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource unreachable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${baseName}-unreachable'
  location: 'global'
  tags: tags
  properties: {
    description: 'Briefing Desk cannot be reached from outside. What to do: docs/operations.md.'
    enabled: true
    severity: 0
    scopes: [availability.id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: availability.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}
